import * as v from 'valibot';
import { accessToken, renewAccessToken } from '../session/access-token';
import { Problem } from './problem';
import { newTrace } from './trace';

/** Longer than any answer of a healthy Beep, shorter than anyone waits. */
const TIME_LIMIT_MS = 15_000;

/** Megabytes over the slow line of a telephone. */
const UPLOAD_LIMIT_MS = 90_000;

/** The server ends a download after as long. */
const DOWNLOAD_LIMIT_MS = 5 * 60_000;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Query = Record<string, string | number | undefined>;

interface Options {
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Makes it safe to send the command again: the second one changes nothing and answers alike. */
  readonly idempotencyKey?: string;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
  /** A body that is no JSON. */
  readonly picture?: Blob;
  /** For what is no JSON and takes its time. */
  readonly download?: boolean;
}

/**
 * Asks the API with the present access token, once more after a renewal when the token was refused, and parses what
 * comes back.
 *
 * @throws {Problem} for every answer but 2xx, and when none came in time
 */
export async function request<S extends v.GenericSchema>(
  method: Method,
  path: string,
  schema: S,
  options: Options = {},
): Promise<v.InferOutput<S>> {
  const response = await send(method, path, options);
  const json: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) {
    throw new Problem(response.status, { code: 'answer.unexpected', detail: v.summarize(parsed.issues) });
  }
  return parsed.output;
}

/** As {@link request}, for answers whose body says nothing. */
export async function command(method: Method, path: string, options: Options = {}): Promise<void> {
  await send(method, path, options);
}

/**
 * A file.
 *
 * @throws {Problem} also when it broke off before its end
 */
export async function download(path: string, query: Query): Promise<Blob> {
  const response = await send('GET', path, { query, download: true });
  return response.blob().catch(() => {
    throw Problem.unreachable();
  });
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  let response = await attempt(method, path, options, await accessToken());
  if (response.status === 401) {
    response = await attempt(method, path, options, await renewAccessToken());
  }
  if (!response.ok) throw await Problem.of(response);
  return response;
}

async function attempt(method: Method, path: string, options: Options, token: string): Promise<Response> {
  const headers = new Headers({
    Accept: options.download ? '*/*' : 'application/json',
    Authorization: `Bearer ${token}`,
    traceparent: newTrace(),
  });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.picture !== undefined) headers.set('Content-Type', options.picture.type);
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
  const limit = AbortSignal.timeout(options.download ? DOWNLOAD_LIMIT_MS : options.picture ? UPLOAD_LIMIT_MS : TIME_LIMIT_MS);
  try {
    return await fetch(`/api${path}${queryString(options.query)}`, {
      method,
      headers,
      body: options.picture ?? (options.body === undefined ? null : JSON.stringify(options.body)),
      keepalive: options.keepalive ?? false,
      signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw Problem.unreachable();
  }
}

function queryString(query: Query = {}): string {
  const present = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  if (present.length === 0) return '';
  return `?${new URLSearchParams(present.map(([name, value]) => [name, String(value)])).toString()}`;
}
