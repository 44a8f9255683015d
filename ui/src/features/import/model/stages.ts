// The order of the stages, which of them is skipped, what is needed to go on, and what Continue warns of.
import { ambiguousDates, assigned, type Column, groupsColumn, open } from './columns';
import type { Stage, WizardState } from './state';

export const STAGES: readonly Stage[] = ['source', 'fields', 'groups', 'summary'];

/** A column of the file names the groups, so there is nothing to choose. */
export const groupsComeFromColumn = (state: Pick<WizardState, 'columns'>) => groupsColumn(state.columns) !== undefined;

type Asked = Pick<WizardState, 'columns' | 'asksOrganization'>;

/** Nothing is left to choose in the Groups stage. */
export const skipsGroups = (state: Asked) => groupsComeFromColumn(state) && !state.asksOrganization;

function path(state: WizardState): Stage[] {
  return STAGES.filter((stage) => stage !== 'groups' || !skipsGroups(state));
}

export function nextStage(state: WizardState): Stage | null {
  const stages = path(state);
  return stages[stages.indexOf(state.stage) + 1] ?? null;
}

export function previousStage(state: WizardState): Stage | null {
  const stages = path(state);
  return stages[stages.indexOf(state.stage) - 1] ?? null;
}

/** Why Continue can't be pressed yet; null when it can. */
export type Obstacle = 'nothing_read' | 'no_rows' | 'no_field';

export function obstacle(state: WizardState): Obstacle | null {
  if (!state.preview) return 'nothing_read';
  if (state.preview.rows.length === 0) return 'no_rows';
  if (state.stage === 'fields' && assigned(state.columns).length === 0) return 'no_field';
  return null;
}

/**
 * What the user should know before leaving the fields: columns without a meaning, dates that could mean another day, and
 * values that are not understood.
 */
export type Warnings = { leftOut: Column[]; dates: Column[]; unknown: Column[] };

export function warnings({ columns, values }: Pick<WizardState, 'columns' | 'values'>): Warnings {
  const notUnderstood = new Set(values.filter(({ unknown }) => unknown > 0).map(({ position }) => position));
  return {
    unknown: assigned(columns).filter(({ position }) => notUnderstood.has(position)),
    leftOut: open(columns),
    dates: ambiguousDates(columns).filter(({ dateOrder }) => dateOrder === null),
  };
}

export const hasWarnings = ({ leftOut, dates, unknown }: Warnings) =>
  leftOut.length + dates.length + unknown.length > 0;
