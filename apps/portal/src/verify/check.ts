import {
  verifyCertificateFile,
  verifyToken,
  type CertificateFacts,
  type CertificatePayload,
  type Refusal,
  type Sm2State,
  type Trust,
} from '@jihui/contracts/certificate';

export type Verdict =
  | {
      readonly genuine: true;
      readonly payload: CertificatePayload;
      readonly facts: CertificateFacts | null;
      readonly sm2: Sm2State;
    }
  | { readonly genuine: false; readonly refusal: Refusal | 'UNSUPPORTED' | 'NO_CODE' };

async function checked(subject: File | string, trust: Trust): Promise<Verdict> {
  if (typeof subject !== 'string') {
    if (!subject.type.startsWith('image/'))
      return verifyCertificateFile(new Uint8Array(await subject.arrayBuffer()), trust);
    const text = await (await import('./qrImage.js')).codeIn(subject);
    return text === null ? { genuine: false, refusal: 'NO_CODE' } : checked(text, trust);
  }
  const verdict = await verifyToken(subject, trust);
  return verdict.genuine ? { ...verdict, facts: null } : verdict;
}

/** Checks a certificate's file, a picture of its QR code or the code's text, here in the browser. */
export async function checkCertificate(subject: File | string, trust: Trust): Promise<Verdict> {
  try {
    return await checked(subject, trust);
  } catch (error) {
    // Browsers from before Ed25519 in WebCrypto throw NotSupportedError.
    if (error instanceof DOMException && error.name === 'NotSupportedError')
      return { genuine: false, refusal: 'UNSUPPORTED' };
    return { genuine: false, refusal: 'MALFORMED' };
  }
}
