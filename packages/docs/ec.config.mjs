import { defineEcConfig } from "@astrojs/starlight/expressive-code";

/** Long lines are reached by keyboard from the first moment, and without JavaScript; a script takes it back where none is. */
const reachableCode = {
  name: "reachable code",
  hooks: { postprocessRenderedBlock: ({ renderData }) => makeReachable(renderData.blockAst) },
};

function makeReachable({ tagName, properties, children = [] }) {
  if (tagName === "pre") properties.tabIndex = 0;
  for (const child of children) makeReachable(child);
}

export default defineEcConfig({ plugins: [reachableCode] });
