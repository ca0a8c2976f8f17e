#!/usr/bin/env node
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { compileDescription, DescriptionError, MissingEsbuildError } from "../dist/compile.js";

const USAGE = `Usage: contract compile <description.json> -o <checks.js>

Compiles a bundled OpenAPI 3.1 document to an ES module for createContract of @org/contract,
and writes its declarations beside it. Needs esbuild: npm install --save-dev esbuild

Options:
  -o, --output <file>  where to write the module; its name ends in .js or .mjs
  -h, --help           show this text`;

const DECLARATIONS = `// Written by "contract compile". Do not edit.
import type { CompiledDescription } from "@org/contract";

declare const description: CompiledDescription;
export default description;
`;

/** Something that the person at the keyboard can put right. */
class UserError extends Error {
  constructor(message, { withUsage = false } = {}) {
    super(withUsage ? `${message}\n\n${USAGE}` : message);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof UserError || error instanceof MissingEsbuildError;
  console.error(isExpected ? error.message : error);
  process.exitCode = isExpected ? 2 : 1;
}

async function main(args) {
  const { values, positionals } = parse(args);
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [command, input, ...others] = positionals;
  const { output } = values;
  if (command !== "compile") throw new UserError(`Unknown command "${command ?? ""}"`, { withUsage: true });
  if (input === undefined || others.length > 0) throw new UserError("Name one description", { withUsage: true });
  if (output === undefined) throw new UserError("Say where to write: -o <checks.js>", { withUsage: true });
  if (!/\.m?js$/.test(output)) throw new UserError(`"${output}" must end in .js or .mjs`, { withUsage: true });

  const source = await compileDescription(await readDocument(input)).catch((error) => {
    if (error instanceof DescriptionError) throw new UserError(`${input}: ${error.message}`);
    throw error;
  });
  const declarations = output.replace(/\.(m?)js$/, ".d.$1ts");
  await write(output, source);
  await write(declarations, DECLARATIONS);
  console.log(`Wrote ${output} (${Buffer.byteLength(source)} bytes) and ${declarations}`);
}

function parse(args) {
  const options = { output: { type: "string", short: "o" }, help: { type: "boolean", short: "h" } };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UserError(error.message, { withUsage: true });
  }
}

async function readDocument(file) {
  const text = await readFile(file, "utf8").catch((error) => {
    throw new UserError(`Cannot read ${file}: ${error.code === "ENOENT" ? "there is no such file" : error.message}`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error.message}`);
  }
}

async function write(file, text) {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UserError(`Cannot write ${file}: ${error.message}`);
  }
}
