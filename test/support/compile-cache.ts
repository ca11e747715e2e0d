import path from "node:path";

/**
 * Where processes of the tests keep what Node has made of the program's files: to most of them, loading these is most of
 * their work. Node looks for itself whether a file is another one by now.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: path.join(import.meta.dirname, "..", "..", "node_modules", ".cache", "node-compile"),
};
