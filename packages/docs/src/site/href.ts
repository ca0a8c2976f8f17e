/** Address of a page or file of the site under its base path: `href("guides/start/")`. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/?$/, "/") + path.replace(/^\//, "");
}

/** The id that a heading of this text has, as GitHub and Starlight make it. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
