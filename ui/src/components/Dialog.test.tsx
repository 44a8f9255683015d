// The keyboard stays in a dialog, whatever becomes of the button that had it.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { Dialog } from './Dialog';

function Asks({ onClose, after }: { onClose: () => void; after: 'disabled' | 'gone' }) {
  const [done, setDone] = useState(false);
  return (
    <Dialog isOpen onClose={onClose} title="Opt out">
      {(after === 'disabled' || !done) && (
        <Button isDisabled={done} onPress={() => setDone(true)}>
          Opt out 2 values
        </Button>
      )}
    </Dialog>
  );
}

describe('a dialog', () => {
  it.each(['disabled', 'gone'] as const)('still closes on Escape when its button is %s once pressed', async (after) => {
    const onClose = vi.fn();
    const user = userEvent.setup();
    render(<Asks onClose={onClose} after={after} />);
    await user.click(screen.getByRole('button', { name: 'Opt out 2 values' }));
    await vi.waitFor(() => expect(screen.getByRole('dialog')).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
