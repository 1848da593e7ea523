import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/paths.mjs';

/** The published keys: all that a verifier needs, taken while the server is there. */
export async function publishedKeys(url) {
  const response = await fetch(new URL('/.well-known/jihui-certificate-keys.json', url));
  return (await response.json()).keys;
}

/**
 * Verifies the certificate from its bytes and the published keys alone; a flipped byte anywhere must be found.
 * @throws {Error} when the certificate is not genuine, or an altered one passes
 */
export async function verifyOffline({ certificate, keys, registrationNumber, contractId, step }) {
  const verifier = pathToFileURL(inRoot('libs/contracts/dist/certificate-file.js')).href;
  const { verifyCertificateFile } = await import(verifier);
  const verdict = await verifyCertificateFile(certificate, { keys });
  if (!verdict.genuine) throw new Error(`登记证明未通过离线核验：${verdict.refusal}`);
  if (verdict.payload.number !== registrationNumber) throw new Error('登记证明上的编号不符');
  step(
    '任何人',
    `服务器已关闭，离线核验登记证明：真实，编号 ${verdict.payload.number}，第 ${verdict.payload.version} 版`,
    contractId,
  );

  const tries = 64;
  for (let index = 0; index < tries; index += 1) {
    const position = Math.floor((index * (certificate.length - 1)) / (tries - 1));
    const altered = Uint8Array.from(certificate);
    altered[position] ^= 1;
    if ((await verifyCertificateFile(altered, { keys })).genuine)
      throw new Error(`改动第 ${position} 个字节竟通过核验`);
  }
  step('任何人', `在 ${tries} 处各改动一个字节，核验全部不通过`, contractId);
}
