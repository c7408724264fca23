/** Characters that some file system or shell takes for something else. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"*/:<>?\\|;%~$`'^&#{}[\]=,]+/gu;

/** `fileName('计算机网络（二班）', 'gradebook', 'csv', day)`: what a browser offers to save a file as. */
export function fileName(className: string, what: string, ending: string, day: string): string {
  const plain = className
    .normalize('NFC')
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const short = [...plain].slice(0, 60).join('').trim();
  return `${[short, what, day].filter(Boolean).join(' ')}.${ending}`;
}

/** RFC 6266: the name as it is (RFC 8187), and in ASCII for who cannot read that. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
