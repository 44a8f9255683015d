// The icon of each kind of file.
import {
  File,
  FileArchive,
  FileCog,
  FileHeadphone,
  FileImage,
  FilePlay,
  FileSpreadsheet,
  FileText,
  type LucideIcon,
  Mail,
  Presentation,
} from 'lucide-react';
import type { FileKind } from '@/ipc/bindings';

export const ICONS: Record<FileKind, LucideIcon> = {
  picture: FileImage,
  document: FileText,
  spreadsheet: FileSpreadsheet,
  presentation: Presentation,
  text: FileText,
  audio: FileHeadphone,
  video: FilePlay,
  archive: FileArchive,
  mail: Mail,
  program: FileCog,
  other: File,
};

/** Kinds that the core can show something of. */
export const PREVIEWED: FileKind[] = ['picture', 'text'];
