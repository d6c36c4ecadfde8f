/** Writes the XMP packet: title, language and the mark of PDF/UA-1, as well-formed XML. */

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

export interface XmpInfo {
  title: string;
  author?: string;
  subject?: string;
  language: string;
  date: Date;
  /** The program that made the file; left out, none is named. */
  producer?: string;
}

/**
 * @returns An XMP packet (ISO 16684-1) with Dublin Core, XMP Basic, Adobe PDF and the PDF/UA identification
 *   (ISO 14289-1, 5: prefix exactly `pdfuaid`)
 */
export const xmpPacket = ({ title, author, subject, language, date, producer }: XmpInfo): string => {
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
  const stamp = `${date.toISOString().slice(0, 19)}Z`;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${alternative(title)}</dc:title>`,
    ...(author ? [`<dc:creator><rdf:Seq><rdf:li>${escape(author)}</rdf:li></rdf:Seq></dc:creator>`] : []),
    ...(subject ? [`<dc:description>${alternative(subject)}</dc:description>`] : []),
    `<dc:language><rdf:Bag><rdf:li>${escape(language)}</rdf:li></rdf:Bag></dc:language>`,
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    `<xmp:CreateDate>${stamp}</xmp:CreateDate>${producer ? `<xmp:CreatorTool>${escape(producer)}</xmp:CreatorTool>` : ''}`,
    '</rdf:Description>',
    ...(producer
      ? ['<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">', `<pdf:Producer>${escape(producer)}</pdf:Producer>`, '</rdf:Description>']
      : []),
    '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    '<pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n');
};
