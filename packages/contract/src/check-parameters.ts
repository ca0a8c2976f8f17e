import { checkReadings } from "./check-text.js";
import { checkUnknownParameters } from "./check-unknown-parameters.js";
import type { CompiledDescription, CompiledOperation, CompiledParameter } from "./description.js";
import { deviationAt, type Deviation } from "./deviation.js";
import { cookiesIn, type RequestParts } from "./parts.js";
import { isHidden, showHidden } from "./hidden.js";
import { markOf, plainTexts } from "./plain-texts.js";
import { pointerTo } from "./pointer.js";
import { fieldsIn, isDeepObject, isSpread } from "./query-fields.js";
import { decode, type Route } from "./route.js";
import type { Show } from "./show.js";
import { objectOf, readings } from "./text-value.js";

export interface ParametersInput {
  readonly description: CompiledDescription;
  readonly operation: CompiledOperation;
  readonly encoded: Route["encoded"];
  readonly request: RequestParts;
  readonly show: Show;
}

/** Compares the parameters of a request, wherever they are carried, with the description. */
export function checkParameters(input: ParametersInput): readonly Deviation[] {
  const { description, operation, request } = input;
  return [
    ...operation.parameters.flatMap((parameter) => checkParameter(input, parameter)),
    ...checkUnknownParameters(description, operation, request.query),
  ];
}

function checkParameter(input: ParametersInput, parameter: CompiledParameter): readonly Deviation[] {
  const { description, operation, request, show } = input;
  const place = pointerTo(`/request/${parameter.in}`, parameter.name);
  const { at, hidden } = parameter;
  const deviation = { operation: operation.id, place, at };
  const values = valuesOf(input, parameter);
  if (values === undefined) {
    if (!parameter.required) return [];
    return [{ ...deviation, kind: "missing-parameter", found: "nothing", expected: "a value, as it is required" }];
  }
  if (parameter.mayBeEmpty === true && request.query.get(parameter.name) === "") return [];
  if (values.length === 0) {
    const expected = markOf(parameter.form, parameter.name);
    const text = input.encoded[parameter.name];
    const shown = isHidden(description.hidden, hidden, "") ? showHidden(text) : show(text);
    return [{ ...deviation, kind: "invalid-parameter", found: shown, expected }];
  }
  const found = checkReadings(description, parameter, values);
  const about = { kind: "invalid-parameter", operation: operation.id, place, show, description, hidden } as const;
  return found.map(deviationAt(about));
}

/** The readings of a parameter, `undefined` when it is absent, none when it cannot be decoded or lacks its marks. */
function valuesOf(input: ParametersInput, parameter: CompiledParameter): readonly unknown[] | undefined {
  const { query, headers } = input.request;
  const { name, form } = parameter;
  switch (parameter.in) {
    case "path": {
      const text = decode(input.encoded[name] ?? "");
      const texts = text === undefined ? undefined : plainTexts(form, name, text);
      return texts === undefined ? [] : readings(form, texts);
    }
    case "query": {
      if (isDeepObject(parameter) || isSpread(parameter)) {
        const fields = fieldsIn(query, parameter);
        return fields.length === 0 ? undefined : [objectOf(form, fields)];
      }
      return query.has(name) ? readings(form, query.getAll(name)) : undefined;
    }
    case "header": {
      const text = headers.get(name);
      return text === null ? undefined : readings(form, [text]);
    }
    case "cookie": {
      const text = cookiesIn(headers).get(name);
      return text === undefined ? undefined : readings(form, [text]);
    }
  }
}
