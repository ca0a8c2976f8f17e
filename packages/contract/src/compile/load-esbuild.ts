import { MissingEsbuildError } from "./missing-esbuild-error.js";

/**
 * The bundler that the project installed. It is not brought along, because its own install runs a script, and most who
 * install this package never compile.
 *
 * @throws MissingEsbuildError
 */
export async function loadEsbuild(): Promise<typeof import("esbuild")> {
  try {
    return await import("esbuild");
  } catch (cause) {
    if ((cause as { readonly code?: unknown }).code === "ERR_MODULE_NOT_FOUND")
      throw new MissingEsbuildError({ cause });
    throw cause;
  }
}
