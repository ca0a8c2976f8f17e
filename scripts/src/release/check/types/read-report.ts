import ts from "typescript";
import { importedLibraries } from "./imported-libraries.ts";

/**
 * The declarations of an API report as a module that a compiler accepts, and compares as users meet them.
 *
 * Some things keep a compiler from comparing: a `unique symbol` is another one in each version, the parameters of methods
 * are compared both ways, and `any` suits everything. So the first becomes a literal, methods become properties that hold
 * functions, and `any` becomes a type of its own.
 */
export function declarationsOf(report: string): string {
  const declared = codeOf(report)
    .replaceAll(/^(?=(?:abstract class|class|const|enum|function) )/gm, "declare ")
    .replaceAll(/const (\w+): unique symbol;/g, 'const $1: "unique symbol $1";');
  const source = ts.createSourceFile("report.d.ts", declared, ts.ScriptTarget.ES2022, true);
  const { transformed } = ts.transform(source, [comparable]);
  const printed = ts.createPrinter({ removeComments: true }).printFile(transformed[0] ?? source);
  // Without its last line a declaration file exports everything, whether it has the word or not.
  return `${printed}\ninterface ${anyType} { readonly any: true }\nexport {};\n`;
}

/** The libraries whose types a report names. */
export function librariesOf(report: string): readonly string[] {
  return importedLibraries(codeOf(report));
}

/** Stands for `any`: it suits only itself. */
const anyType = "Any_";

function codeOf(report: string): string {
  const [, text] = /^```ts\n([\s\S]*?)^```$/m.exec(report) ?? [];
  if (text === undefined) throw new Error("this is no API report: it has no block of TypeScript");
  return text;
}

const comparable: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) return factory.createTypeReferenceNode(anyType);
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isInterfaceDeclaration(visited)) {
      const { modifiers, name, typeParameters, heritageClauses, members } = visited;
      return factory.createInterfaceDeclaration(
        modifiers,
        name,
        typeParameters,
        heritageClauses,
        toProperties(members),
      );
    }
    if (ts.isTypeLiteralNode(visited)) return factory.createTypeLiteralNode(toProperties(visited.members));
    if (ts.isClassDeclaration(visited)) {
      const { modifiers, name, typeParameters, heritageClauses, members } = visited;
      return factory.createClassDeclaration(modifiers, name, typeParameters, heritageClauses, toProperties(members));
    }
    return visited;
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

type Method = ts.MethodSignature | ts.MethodDeclaration;
const isMethod = (node: ts.Node): node is Method => ts.isMethodSignature(node) || ts.isMethodDeclaration(node);

/** Methods of one name, which are overloads of each other, become one property in the place of the first. */
function toProperties<Member extends ts.TypeElement | ts.ClassElement>(
  members: ts.NodeArray<Member>,
): readonly Member[] {
  const groups = new Map<string, Method[]>();
  for (const member of members) {
    if (isMethod(member)) groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
  }
  return members.flatMap((member) => {
    if (!isMethod(member)) return [member];
    const overloads = groups.get(keyOf(member)) ?? [];
    return overloads[0] === member ? [toProperty(overloads) as ts.Node as Member] : [];
  });
}

function keyOf(method: Method): string {
  const isStatic = ts.getModifiers(method)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;
  return `${isStatic ? "static " : ""}${method.name.getText()}`;
}

function toProperty(overloads: readonly Method[]): ts.Node {
  const { factory } = ts;
  const [method] = overloads;
  if (method === undefined) throw new Error("a property needs a method");
  const unknown = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  const [only] = overloads.length === 1 ? overloads : [];
  const type = only
    ? factory.createFunctionTypeNode(only.typeParameters, only.parameters, only.type ?? unknown)
    : factory.createTypeLiteralNode(
        overloads.map((one) => factory.createCallSignature(one.typeParameters, one.parameters, one.type ?? unknown)),
      );
  const modifiers = ts.getModifiers(method);
  return ts.isMethodSignature(method)
    ? factory.createPropertySignature(modifiers, method.name, method.questionToken, type)
    : factory.createPropertyDeclaration(modifiers, method.name, method.questionToken, type, undefined);
}
