// A first guess at the user's own country, for phone numbers that are written without one.

const ISO = /^[A-Z]{2}$/;

/** The country of the first of the system's languages that names one ("de-AT"), else the likeliest of the first ("he"). */
export function guessCountry(languages: readonly string[]): string | null {
  const locales = languages.flatMap(localeOf);
  const named = locales.find(({ region }) => region && ISO.test(region))?.region;
  return named ?? locales[0]?.maximize().region ?? null;
}

/** None for what is not a language: a Linux system without one calls it "C". */
function localeOf(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    return [];
  }
}
