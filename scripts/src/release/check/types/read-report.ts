import ts from "typescript";

/**
 * The declarations of an API report as a module that a compiler accepts, and compares as users meet them.
 *
 * Two things keep a compiler from comparing: a `unique symbol` is another one in each version, and the parameters of
 * methods are compared both ways. So the one becomes a literal, and the other a property that holds a function.
 */
export function declarationsOf(report: string): string {
  const [, text] = /^```ts\n([\s\S]*?)^```$/m.exec(report) ?? [];
  if (text === undefined) throw new Error("this is no API report: it has no block of TypeScript");
  const declared = text
    .replaceAll(/^(?=(?:abstract class|class|const|enum|function) )/gm, "declare ")
    .replaceAll(/const (\w+): unique symbol;/g, 'const $1: "unique symbol $1";');
  const source = ts.createSourceFile("report.d.ts", declared, ts.ScriptTarget.ES2022, true);
  const { transformed } = ts.transform(source, [methodsToProperties]);
  return ts.createPrinter({ removeComments: true }).printFile(transformed[0] ?? source);
}

const methodsToProperties: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    return (ts.isMethodSignature(visited) || ts.isMethodDeclaration(visited)) && !isOverloaded(node)
      ? toProperty(visited)
      : visited;
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

/** Overloads have one name and several types: they stay methods. */
function isOverloaded(node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isClassDeclaration(parent) && !ts.isInterfaceDeclaration(parent) && !ts.isTypeLiteralNode(parent))
    return false;
  const name = (member: ts.Node): string => (member as Partial<ts.MethodSignature>).name?.getText() ?? "";
  return (parent.members as ts.NodeArray<ts.Node>).filter((member) => name(member) === name(node)).length > 1;
}

function toProperty(method: ts.MethodSignature | ts.MethodDeclaration): ts.Node {
  const { factory } = ts;
  const unknown = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  const type = factory.createFunctionTypeNode(method.typeParameters, method.parameters, method.type ?? unknown);
  const modifiers = ts.getModifiers(method);
  return ts.isMethodSignature(method)
    ? factory.createPropertySignature(modifiers, method.name, method.questionToken, type)
    : factory.createPropertyDeclaration(modifiers, method.name, method.questionToken, type, undefined);
}
