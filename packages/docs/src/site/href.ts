/** Address of a page or file of the site under its base path: `href("guides/start/")`. */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/?$/, "/") + path.replace(/^\//, "");
}
