// A first guess at the user's own country, for phone numbers that are written without one.

const ISO = /^[A-Z]{2}$/;

/** The country of the first of the system's languages that names one ("de-AT"), else the likeliest of the first ("he"). */
export function guessCountry(languages: readonly string[]): string | null {
  const locales = languages.map((tag) => new Intl.Locale(tag));
  const named = locales.find(({ region }) => region && ISO.test(region))?.region;
  return named ?? locales[0]?.maximize().region ?? null;
}
