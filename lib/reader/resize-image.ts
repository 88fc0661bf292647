import sharp, { type Sharp } from 'sharp';

/** 50 million: a page from a phone's camera passes, a decompression bomb does not. */
const MAX_INPUT_PIXELS = 50_000_000;
const MAX_HEIGHT_PER_WIDTH = 3;
const RESIZE_SECONDS = 10;

// One picture takes one core, so that two readers' pictures leave room for everybody's prices.
sharp.concurrency(1);
sharp.cache(false);
// libvips reads dozens of formats, SVG and PDF among them. What is not named here is not even looked into.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});

export const IMAGE_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/**
 * Makes a picture `width` pixels wide at most, in one format, without the metadata it came with.
 * `undefined` where the bytes are no picture we read, whatever their sender calls them.
 */
export async function resizeImage(
  bytes: Uint8Array,
  width: number,
  format: ImageFormat,
): Promise<Uint8Array | undefined> {
  const picture = sharp(bytes, { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error' })
    .timeout({ seconds: RESIZE_SECONDS })
    .autoOrient()
    .resize({ width, height: width * MAX_HEIGHT_PER_WIDTH, fit: 'inside', withoutEnlargement: true });
  try {
    return await encode(picture, format).toBuffer();
  } catch {
    // libvips has one error for all that can be wrong with bytes.
    return undefined;
  }
}

function encode(picture: Sharp, format: ImageFormat): Sharp {
  if (format === 'avif') return picture.avif({ quality: 52, effort: 1 });
  if (format === 'webp') return picture.webp({ quality: 78 });
  return picture.flatten({ background: '#fff' }).jpeg({ quality: 80, mozjpeg: true });
}
