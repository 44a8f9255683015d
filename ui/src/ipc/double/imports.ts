// The double's answers about imports.
import type { ImportReport } from '../bindings';
import type { Handlers } from './handlers';

const SAMPLE_SIZE = 204;

function report(rows: number): ImportReport {
  return {
    batch: 7,
    file: 'sample.csv',
    format: 'csv',
    sheet: null,
    encoding: 'UTF-8',
    delimiter: ',',
    dialect: null,
    mapping: [],
    rows,
    created: rows,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    rejected: 0,
    reasons: {},
    kept_as_notes: {},
    repaired: {},
    opted_out: 0,
    rejects_file: null,
    seconds: 0.4,
  };
}

export const importHandlers: Handlers = {
  sample_data: (state) => {
    state.fill(SAMPLE_SIZE);
    return report(SAMPLE_SIZE);
  },
};
