// What is added to the declarations of a report, so that a compiler can be asked about it.
import ts from "typescript";

/** A generic type filled with the widest things it takes: `Probe_Page` is `Page<{ readonly probe: 0 }>`. */
export const probe = (name: string): string => `Probe_${name}`;
/** What a report shows because exported types name it, but does not export. */
export const internal = (name: string): string => `Internal_${name}`;
/** A generic type beside what the next version makes of it: `Pair_Page<Item>` is `[Page<Item>, Changed_Page<Item>]`. */
export const pair = (name: string): string => `Pair_${name}`;
/** A class as a function of what it is made from: a compiler compares the parameters of constructors both ways. */
export const maker = (name: string): string => `Make_${name}`;
const changed = (name: string): string => `Changed_${name}`;
/** What a report has from elsewhere, where it is compared. */
const imported = (name: string): string => `Imported_${name}`;

/** Whether something was only added here. */
export function isProbe(name: string): boolean {
  return [probe(""), pair(""), maker(""), changed(""), imported("")].some((start) => name.startsWith(start));
}

type Generic = (ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration) & {
  readonly name: ts.Identifier;
  readonly typeParameters: ts.NodeArray<ts.TypeParameterDeclaration>;
};

function isGeneric(statement: ts.Statement): statement is Generic {
  const isType =
    ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement);
  return isType && statement.typeParameters !== undefined && statement.name !== undefined;
}

const read = (declarations: string): ts.SourceFile =>
  ts.createSourceFile("probes.d.ts", declarations, ts.ScriptTarget.ES2022, true);

/** `like` is what tells the widest arguments, where not the declarations themselves: those of the version before. */
export function withProbes(declarations: string, like = declarations): string {
  const given = new Map(
    read(like)
      .statements.filter(isGeneric)
      .map(({ name, typeParameters }) => [name.text, widest(typeParameters)]),
  );
  const probes = read(declarations)
    .statements.filter(isGeneric)
    .map(({ name: { text }, typeParameters }) => {
      const filled = given.get(text) ?? widest(typeParameters);
      return `export type ${probe(text)} = ${text}<${filled.join(", ")}>;`;
    });
  const makers = read(declarations)
    .statements.filter(ts.isClassDeclaration)
    .flatMap(({ name }) => name?.text ?? [])
    .map((name) => `export type ${maker(name)} = (...taken: ConstructorParameters<typeof ${name}>) => void;`);
  return [declarations, ...probes, ...makers].join("\n");
}

function widest(parameters: ts.NodeArray<ts.TypeParameterDeclaration>): readonly string[] {
  const names = parameters.map(({ name }) => name.text);
  return parameters.map(({ constraint }, index) => {
    if (constraint === undefined) return `{ readonly probe: ${index} }`;
    const text = constraint.getText();
    // A constraint in terms of another parameter has no meaning outside.
    return names.some((name) => new RegExp(`\\b${name}\\b`).test(text)) ? "any" : text;
  });
}

export function withInternals(declarations: string): string {
  const hidden = namesIn(read(declarations)).filter(({ name, exportedAs }) => name !== exportedAs);
  return [declarations, ...hidden.map(({ name, exportedAs }) => `export { ${name} as ${exportedAs} };`)].join("\n");
}

/**
 * The next version of every generic type that was written otherwise, to stand among the declarations of the last one: a
 * compiler can tell conditional types apart for _every_ argument only where all else about them is the same.
 */
export function changedTypes(
  declarations: string,
  next: { readonly file: string; readonly declarations: string },
): string {
  const [before, after] = [read(declarations), read(next.declarations)];
  const known = new Map(before.statements.filter(isGeneric).map((statement) => [statement.name.text, statement]));
  const pairs = after.statements.filter(isGeneric).flatMap((statement) => {
    const name = statement.name.text;
    const old = known.get(name);
    if (old === undefined || old.getText() === statement.getText()) return [];
    const start = statement.getStart();
    const rest = statement.getText().slice(statement.name.getEnd() - start);
    const keyword = /\b(abstract class|class|interface|type)\b/.exec(statement.getText())?.[0] ?? "type";
    const isClass = keyword.endsWith("class");
    const parameters = old.typeParameters.map((parameter) =>
      parameter.getText().replace(/^(?:(?:in|out|const)\s+)+/, ""),
    );
    const names = old.typeParameters.map((parameter) => parameter.name.text).join(", ");
    return [
      `export ${isClass ? "declare " : ""}${keyword} ${changed(name)}${rest}`,
      `export type ${pair(name)}<${parameters.join(", ")}> = [${name}<${names}>, ${changed(name)}<${names}>];`,
    ];
  });
  const had = new Set(namesIn(before).map(({ name }) => name));
  const added = namesIn(after).filter(({ name }) => !had.has(name));
  const imports = added.map(
    ({ name, exportedAs }) => `import { ${exportedAs} as ${name} } from ${JSON.stringify(next.file)};`,
  );
  return [...imports, ...pairs].join("\n");
}

interface Name {
  readonly name: string;
  /** Its own name, if it has the word `export`. */
  readonly exportedAs: string;
}

/** What a module declares or imports. */
function namesIn(source: ts.SourceFile): readonly Name[] {
  return source.statements.flatMap((statement): readonly Name[] => {
    if (ts.isImportDeclaration(statement)) return importedBy(statement);
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    const declared = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name)
      : [(statement as Partial<ts.DeclarationStatement>).name];
    return declared.flatMap((name) =>
      name && ts.isIdentifier(name)
        ? [{ name: name.text, exportedAs: isExported ? name.text : internal(name.text) }]
        : [],
    );
  });
}

function importedBy({ importClause }: ts.ImportDeclaration): readonly Name[] {
  const { namedBindings, name } = importClause ?? {};
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements.map((one) => one.name) : [];
  const whole = namedBindings && ts.isNamespaceImport(namedBindings) ? [namedBindings.name] : [];
  return [...named, ...whole, ...(name ? [name] : [])].map(({ text }) => ({ name: text, exportedAs: imported(text) }));
}
