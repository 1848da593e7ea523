import { canonical } from '@jihui/kernel';
import { fromBase64Url, toBase64Url } from './base64url.js';
import { concat, hex, parseJson, unhex, utf8, type Bytes } from './bytes.js';
import { ed25519Key, isSignedBy, type Signers, type Trust } from './keys.js';
import { factsHash, type CertificateFacts } from './payload.js';
import { checkSm2, verifyToken } from './token.js';
import { refused, type FileVerdict } from './verdict.js';

/*
 * The file: a complete PDF, then comment lines that PDF readers pass over. The second-last may be an SM2
 * signature over every byte before it; the last is the Ed25519 signature over every byte before that one.
 * Nothing in the file is outside the signature but the signature itself.
 */
const DATA = '%JIHUI-CERTIFICATE ';
const SM2 = '%JIHUI-SM2 ';
const SIGNATURE = '%JIHUI-SIGNATURE ';
const SIGNATURE_LINE = /^%JIHUI-(?:SIGNATURE|SM2) ([a-z0-9-]{1,64}) ([0-9a-f]{128})\n$/;
const LONGEST_LINE = SIGNATURE.length + 64 + 1 + 128 + 1;

interface SealedData {
  readonly token: string;
  readonly facts: CertificateFacts;
  readonly salt: string;
}

/** Closes a PDF: appends token and facts, repeats the PDF's own last lines, and signs all of it. */
export function sealFile(pdf: Uint8Array, { token, facts, salt }: SealedData, signers: Signers): Bytes {
  const tail = new TextDecoder('latin1').decode(pdf.subarray(-64));
  const startxref = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  if (startxref === undefined) throw new Error('not a complete PDF');
  const data = toBase64Url(utf8(canonical({ token, facts, salt })));
  const { ed25519, sm2 } = signers;
  const closed = concat([pdf, utf8(`\n${DATA}${data}\nstartxref\n${startxref}\n%%EOF\n`)]);
  const signed =
    sm2 === null ? closed : concat([closed, utf8(`${SM2}${sm2.kid} ${hex(sm2.sign(closed))}\n`)]);
  return concat([signed, utf8(`${SIGNATURE}${ed25519.kid} ${hex(ed25519.sign(signed))}\n`)]);
}

interface SignedLine {
  readonly before: Bytes;
  readonly kid: string;
  readonly signature: Bytes;
}

/** The last line, if it is a signature of that kind. */
function lastLine(bytes: Uint8Array, kind: typeof SIGNATURE | typeof SM2): SignedLine | null {
  const from = Math.max(0, bytes.length - LONGEST_LINE);
  const tail = new TextDecoder('latin1').decode(bytes.subarray(from));
  const start = tail.lastIndexOf('\n', tail.length - 2) + 1;
  const line = tail.slice(start);
  const [, kid, signature] = SIGNATURE_LINE.exec(line) ?? [];
  if (kid === undefined || signature === undefined || !line.startsWith(kind)) return null;
  return { before: bytes.slice(0, from + start), kid, signature: unhex(signature) };
}

function sealedData(signed: Uint8Array): SealedData | null {
  const text = new TextDecoder('latin1').decode(signed);
  const line = text.slice(text.lastIndexOf(`\n${DATA}`) + 1).split('\n', 1)[0] ?? '';
  const bytes = line.startsWith(DATA) ? fromBase64Url(line.slice(DATA.length)) : null;
  const data = bytes && (parseJson(bytes) as Partial<SealedData> | null);
  if (typeof data?.token !== 'string' || typeof data.salt !== 'string' || data.facts === undefined)
    return null;
  return data as SealedData;
}

/**
 * Whether a certificate file is as it was issued, byte for byte: needs the published keys and no
 * server. What became of the registration since then is for the status list to say.
 */
export async function verifyCertificateFile(bytes: Uint8Array, trust: Trust): Promise<FileVerdict> {
  const last = lastLine(bytes, SIGNATURE);
  if (last === null) return refused('MALFORMED');
  const key = ed25519Key(trust, last.kid);
  if (key === undefined) return refused('UNKNOWN_KEY');
  if (!(await isSignedBy(key, last.signature, last.before))) return refused('ALTERED');
  const data = sealedData(last.before);
  if (data === null) return refused('MALFORMED');
  const verdict = await verifyToken(data.token, trust);
  if (!verdict.genuine) return verdict;
  const { payload } = verdict;
  if (payload.key !== last.kid || (await factsHash(data.facts, data.salt)) !== payload.facts)
    return refused('ALTERED');
  const second = payload.sm2 === undefined ? null : lastLine(last.before, SM2);
  if (payload.sm2 !== undefined && second?.kid !== payload.sm2) return refused('ALTERED');
  const checked = checkSm2(
    trust,
    { kid: payload.sm2, signature: second?.signature ?? null, day: payload.issued },
    second?.before ?? last.before,
  );
  if (typeof checked === 'string') return refused(checked === 'BAD_SIGNATURE' ? 'ALTERED' : checked);
  return { ...verdict, facts: data.facts };
}
