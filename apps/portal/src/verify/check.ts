import {
  verifyCertificateFile,
  verifyToken,
  type CertificateFacts,
  type CertificatePayload,
  type CertificatePublicKey,
  type Refusal,
} from '@jihui/contracts/certificate';

const KEYS_ADDRESS = '/.well-known/jihui-certificate-keys.json';

export type Verdict =
  | { readonly genuine: true; readonly payload: CertificatePayload; readonly facts: CertificateFacts | null }
  | { readonly genuine: false; readonly refusal: Refusal | 'UNSUPPORTED' | 'KEYS' };

async function publishedKeys(): Promise<readonly CertificatePublicKey[] | null> {
  try {
    const response = await fetch(KEYS_ADDRESS);
    if (!response.ok) return null;
    return ((await response.json()) as { keys: CertificatePublicKey[] }).keys;
  } catch {
    return null;
  }
}

/** Checks a certificate file or a QR code's text here in the browser, against the published keys alone. */
export async function checkCertificate(subject: File | string): Promise<Verdict> {
  const keys = await publishedKeys();
  if (!keys) return { genuine: false, refusal: 'KEYS' };
  try {
    if (typeof subject === 'string') {
      const verdict = await verifyToken(subject, keys);
      return verdict.genuine ? { ...verdict, facts: null } : verdict;
    }
    return await verifyCertificateFile(new Uint8Array(await subject.arrayBuffer()), keys);
  } catch (error) {
    // Browsers from before Ed25519 in WebCrypto throw NotSupportedError.
    if (error instanceof DOMException && error.name === 'NotSupportedError')
      return { genuine: false, refusal: 'UNSUPPORTED' };
    return { genuine: false, refusal: 'MALFORMED' };
  }
}
