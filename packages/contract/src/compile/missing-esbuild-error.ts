/** Compiling needs esbuild, and the project has not installed it. The message is the command that does. */
export class MissingEsbuildError extends Error {
  override readonly name = "MissingEsbuildError";

  constructor(options?: ErrorOptions) {
    super("Compiling a description needs esbuild, which is not installed: npm install --save-dev esbuild", options);
  }
}
