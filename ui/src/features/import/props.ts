// What every stage is given: the wizard's state and the way to change it.
import type { Dispatch } from 'react';
import type { Action } from './model/reducer';
import type { WizardState } from './model/state';

export type StageProps = { state: WizardState; dispatch: Dispatch<Action> };
