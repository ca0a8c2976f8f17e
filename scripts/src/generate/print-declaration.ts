import ts from "typescript";
import { commentBody } from "./doc-comment.ts";

/** An exported interface where the type is an object, else a type alias. */
export function printDeclaration(name: string, type: ts.TypeNode, comment: readonly string[]): string {
  const { factory } = ts;
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const members = membersOf(type);
  const declaration =
    members === undefined
      ? factory.createTypeAliasDeclaration(exported, name, undefined, type)
      : factory.createInterfaceDeclaration(exported, name, undefined, undefined, members);
  const body = commentBody(comment);
  if (body !== undefined) {
    ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, body, true);
  }
  const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext);
  return ts.createPrinter().printNode(ts.EmitHint.Unspecified, declaration, file);
}

/** Members of an object type. Fixed and further fields, which come as an intersection, fit into one interface. */
function membersOf(type: ts.TypeNode): readonly ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) return type.members;
  if (!ts.isIntersectionTypeNode(type)) return undefined;
  const members = type.types.map((part) => (ts.isTypeLiteralNode(part) ? [...part.members] : undefined));
  const open = members.flat().find((member) => member !== undefined && ts.isIndexSignatureDeclaration(member));
  const takesAll = open && ts.isIndexSignatureDeclaration(open) && open.type.kind === ts.SyntaxKind.UnknownKeyword;
  return takesAll && !members.includes(undefined) ? members.flatMap((part) => part ?? []) : undefined;
}
