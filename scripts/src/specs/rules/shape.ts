import { type Context, isNode } from "./context.ts";

export interface Field {
  /** Completes "must be ...". */
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
  readonly optional?: boolean;
}

export type Shape = Readonly<Record<string, Field>>;

export const oneOf = (...values: readonly string[]): Field => ({
  expected: values.map((value) => `\`${value}\``).join(" or "),
  holds: (value) => values.some((allowed) => allowed === value),
});

export const optional = (field: Field): Field => ({ ...field, optional: true });

/** Reports every departure from the shape; true when there is none. */
export function checkShape(
  context: Context,
  path: readonly (string | number)[],
  value: unknown,
  shape: Shape,
): boolean {
  const name = path.join(".");
  const location = context.location.child(path);
  const known = Object.keys(shape)
    .map((key) => `\`${key}\``)
    .join(", ");
  if (!isNode(value)) {
    context.report({ message: `\`${name}\` must be an object with ${known}.`, location });
    return false;
  }
  let right = true;
  const report = (message: string, at = location): void => {
    right = false;
    context.report({ message, location: at });
  };
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(shape, key)) {
      report(`\`${name}\` has no property \`${key}\`; it has ${known}.`, location.child([key]).key());
    }
  }
  for (const [key, field] of Object.entries(shape)) {
    if (!Object.hasOwn(value, key)) {
      if (field.optional !== true) report(`\`${name}\` lacks \`${key}\`, which must be ${field.expected}.`);
    } else if (!field.holds(value[key])) {
      const found = JSON.stringify(value[key]);
      report(`\`${name}.${key}\` is ${found}; it must be ${field.expected}.`, location.child([key]));
    }
  }
  return right;
}
