// A batch that was an import, so that its report is there.
import type { Batch, ImportReport } from '@/ipc/bindings';

export type ImportBatch = Batch & { import: ImportReport };
