// The names of files, taken from paths of any system.

/** The last part of a path. */
export const fileName = (path: string) => path.split(/[\\/]/).pop() ?? path;

/** A file's name without its ending. */
export const fileStem = (name: string) => fileName(name).replace(/\.[^.]+$/, '');
