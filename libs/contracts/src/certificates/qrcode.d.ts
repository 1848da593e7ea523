/** The part of qrcode that is used here; the package brings no types. */
declare module 'qrcode' {
  export interface Modules {
    readonly size: number;
    get(row: number, column: number): number;
  }
  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: Modules };
  /** A PNG. */
  export function toBuffer(
    text: string,
    options: { readonly width: number; readonly margin: number },
  ): Promise<Buffer>;
  const qrcode: { readonly create: typeof create; readonly toBuffer: typeof toBuffer };
  export default qrcode;
}
