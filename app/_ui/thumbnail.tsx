/** Always beside the headline it belongs to, so it is decoration: no words of its own. */
export function Thumbnail({ src, width, height }: { src: string; width: number; height: number }) {
  return (
    <img
      src={src}
      alt=""
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      className="shrink-0 rounded-4 border border-line bg-surface object-cover"
      style={{ width, height }}
    />
  );
}
