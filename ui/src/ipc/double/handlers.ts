// The shape of the double's answers: for each operation a function of the double's state and the input.
import type { Operations } from '../bindings';
import type { DoubleState } from './state';

export type Handlers = {
  [N in keyof Operations]?: (state: DoubleState, input: Operations[N]['input']) => Operations[N]['output'];
};
