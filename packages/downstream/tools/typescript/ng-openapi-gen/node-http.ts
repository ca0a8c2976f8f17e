// Angular's HttpClient outside of an application: the interface of its handlers is all that it asks for. An application
// calls provideHttpClient instead and has its client injected.
import "@angular/compiler";
import { HttpClient, HttpErrorResponse, HttpHandler, HttpHeaders, HttpResponse } from "@angular/common/http";
import type { HttpEvent, HttpRequest } from "@angular/common/http";
import { from, type Observable } from "rxjs";

class FetchHandler extends HttpHandler {
  constructor(private readonly credential: Readonly<Record<string, string>>) {
    super();
  }

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    return from(this.send(request));
  }

  private async send(request: HttpRequest<unknown>): Promise<HttpEvent<unknown>> {
    const { method, urlWithParams: url } = request;
    const body = request.serializeBody() as string | null;
    const type = request.headers.get("content-type") ?? request.detectContentTypeHeader() ?? "application/json";
    const response = await fetch(url, { method, body, headers: { ...this.credential, "content-type": type } });
    const text = await response.text();
    const { status, statusText } = response;
    const value: unknown = text === "" ? null : JSON.parse(text);
    const headers = new HttpHeaders(response.headers);
    if (response.ok) return new HttpResponse({ body: value, headers, status, statusText, url });
    throw new HttpErrorResponse({ error: value, headers, status, statusText, url });
  }
}

export const nodeHttp = (credential: Readonly<Record<string, string>>): HttpClient =>
  new HttpClient(new FetchHandler(credential));
