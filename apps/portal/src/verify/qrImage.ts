import decodeQR from 'qr/decode.js';

/** A code on a whole photographed page is found at one size or another. */
const LONGEST_SIDES = [1_600, 3_200];

function pixelsOf(image: ImageBitmap, longest: number): ImageData | null {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  // What is transparent in a picture is white on paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** The text of the QR code in a picture; null when none is found. */
export async function codeIn(file: File): Promise<string | null> {
  const image = await createImageBitmap(file);
  try {
    for (const longest of LONGEST_SIDES) {
      const pixels = pixelsOf(image, longest);
      if (!pixels) return null;
      try {
        return decodeQR(pixels);
      } catch {
        // No code at this size.
      }
    }
    return null;
  } finally {
    image.close();
  }
}
