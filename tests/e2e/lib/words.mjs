// What the window says in a language, from the page's own texts.
import { readFileSync } from 'node:fs';

/** Answers the function that gives the text at `file.key.key`, up to the first value to be filled in. */
export function wordsOf(language) {
  const files = new Map();
  const read = (file) => {
    const path = new URL(`../../../ui/src/i18n/${language}/${file}.json`, import.meta.url);
    if (!files.has(file)) files.set(file, JSON.parse(readFileSync(path, 'utf8')));
    return files.get(file);
  };
  return (path) => {
    const [file, ...keys] = path.split('.');
    const text = keys.reduce((part, key) => part?.[key], read(file));
    if (typeof text !== 'string') throw new Error(`No text ${path} in ${language}`);
    return text.split('{{')[0].trim();
  };
}
