import { changed } from '../api/newest.js';
import { againWhenSignedIn } from '../api/sessionEnd.js';
import { failureOfResponse, unreachable, violationsFrom, type Failure } from '../api/failure.js';

/** A file as the server answered after receiving it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly url?: string;
  readonly sha256?: string;
}

/** The largest file that the server takes. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

/**
 * Sends one file to POST /files/<domain>. XMLHttpRequest, because fetch tells nothing of an upload's progress.
 * @param onProgress the share sent, 0–1
 * @param fields what the file belongs to; they stand before it in the form, where the server needs them
 */
export function uploadFile(
  domain: string,
  file: File,
  onProgress: (share: number) => void,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ ok: true; file: StoredFile } | { ok: false; failure: Failure }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/${domain}`);
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => resolve({ ok: false, failure: unreachable() });
    request.onload = async () => {
      if (
        await againWhenSignedIn(request.status, () => resolve(uploadFile(domain, file, onProgress, fields)))
      )
        return;
      if (request.status >= 200 && request.status < 300) {
        changed();
        const body = JSON.parse(request.responseText) as StoredFile;
        resolve({ ok: true, file: { ...body, name: body.name || file.name, size: body.size || file.size } });
        return;
      }
      void failureOfResponse(new Response(request.responseText, { status: request.status })).then((failure) =>
        resolve({ ok: false, failure: { ...failure, violations: violationsFrom(failure.violations) } }),
      );
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, file.name);
    request.send(form);
  });
}
