// What the scripts print, in one style, and the error that ends a script with a message instead of a stack.

/** Ends a script: the message says what is missing and what to do. */
export class Stop extends Error {}

export function say(text) {
  console.log(`\n▸ ${text}`);
}

/** Runs a script's work and turns a Stop into its message and exit code 1. */
export function main(work) {
  Promise.resolve()
    .then(work)
    .then(
      (code) => {
        process.exitCode = code ?? 0;
      },
      (error) => {
        if (!(error instanceof Stop)) throw error;
        console.error(`\n${error.message}`);
        process.exitCode = 1;
      },
    );
}
