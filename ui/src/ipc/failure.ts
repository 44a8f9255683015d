// What a refused or failed call is in the page: the core's error with its stable code. Screens ask the code, never the text.
import type { FieldError } from './bindings';

type Rejection = { code?: unknown; message?: unknown; hint?: unknown; params?: unknown };

export class Failure extends Error {
  readonly code: string;
  readonly hint: string | null;
  readonly params: Record<string, unknown>;

  constructor(code: string, message: string, hint: string | null = null, params: Record<string, unknown> = {}) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.hint = hint;
    this.params = params;
  }

  /** Cancelling is an outcome, not an error: callers stop quietly. */
  get cancelled(): boolean {
    return this.code === 'cancelled';
  }

  /** The fields of a form that were refused, each with its reason. */
  get fields(): FieldError[] {
    return Array.isArray(this.params.fields) ? (this.params.fields as FieldError[]) : [];
  }
}

/** Turns whatever a call rejected with into a Failure; what is not the core's error gets the code `unexpected`. */
export function toFailure(reason: unknown): Failure {
  if (reason instanceof Failure) return reason;
  const { code, message, hint, params } = (typeof reason === 'object' && reason ? reason : {}) as Rejection;
  if (typeof code !== 'string') return new Failure('unexpected', String(message ?? reason));
  return new Failure(
    code,
    String(message ?? code),
    typeof hint === 'string' ? hint : null,
    typeof params === 'object' && params ? (params as Record<string, unknown>) : {},
  );
}
