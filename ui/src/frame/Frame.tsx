// The window's frame: sidebar and screen, and over them what any screen may need: the import wizard, the command palette,
// the drop target.
import { useState } from 'react';
import { Outlet } from 'react-router';
import { CheckWorkspace } from '@/features/check/CheckDialog';
import { TellOfCopies } from '@/features/copies/CopiesDialog';
import { ImportWizard } from '@/features/import/ImportWizard';
import { AddOptOuts } from '@/features/opt_outs/add/AddOptOuts';
import { StatusWindow } from '@/features/opt_outs/StatusWindow';
import { About } from './About';
import { useCommand } from './commands';
import { DropTarget } from './DropTarget';
import styles from './Frame.module.css';
import { useFrameCommands } from './frameCommands';
import { Palette } from './Palette';
import { Sidebar } from './Sidebar';

export function Frame() {
  const [shown, setShown] = useState<'palette' | 'about' | null>(null);
  const close = () => setShown(null);
  useFrameCommands();
  useCommand('palette', () => setShown('palette'));
  useCommand('about', () => setShown('about'));
  return (
    <div className={styles.app}>
      <Sidebar />
      <main className={styles.screen}>
        <Outlet />
      </main>
      <ImportWizard />
      <AddOptOuts />
      <StatusWindow />
      <CheckWorkspace />
      <TellOfCopies />
      <DropTarget />
      <Palette isOpen={shown === 'palette'} onClose={close} />
      <About isOpen={shown === 'about'} onClose={close} />
    </div>
  );
}
