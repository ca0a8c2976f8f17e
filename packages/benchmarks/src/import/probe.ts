// Prints how long it takes to import what the command line names, in milliseconds. A process of its own: imported once,
// a module stays.
const specifiers = process.argv.slice(2);
const startedAt = performance.now();
for (const specifier of specifiers) await import(specifier);
process.stdout.write(String(performance.now() - startedAt));
