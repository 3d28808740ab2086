/**
 * A page without script made into a PDF: a window nobody sees, in a sandbox and a session of
 * its own that loads this one page and nothing else, gone when it is printed.
 */
import type { PrintSettings } from '@main/services/services-api';
import { type ErrorData, failure, type Outcome, success } from '@shared/outcome/outcome';
import { BrowserWindow, session } from 'electron';
import { appOrigin } from './content-policy';
import { lockDownSession } from './lock-down';

const address = `${appOrigin}/printed-page`;
/** Pictures stand in the page itself; no address is loaded. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Kept in memory only; each print has its own, so that two never see each other's page. */
let prints = 0;

const cannotPrint: ErrorData = {
  code: 'export/cannot-print',
  message: 'The document could not be printed to PDF. Export it as HTML and print that from a browser.',
  params: {},
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\p{Cc}]+/gu, ' ');

/** Head and foot of every page: Chromium fills in the numbers by class. */
const line = (content: string): string =>
  `<div style="font:7.5pt system-ui,sans-serif;color:#555;width:100%;padding:0 1.5cm;display:flex;justify-content:space-between">${content}</div>`;

/** Prints a page. An expected failure comes back as such; the window is always gone afterwards. */
export async function printPage(page: Uint8Array, { paper, title }: PrintSettings): Promise<Outcome<Uint8Array>> {
  const own = session.fromPartition(`print-${++prints}`, { cache: false });
  lockDownSession(own, null);
  own.protocol.handle('app', ({ url }) =>
    url === address
      ? new Response(Buffer.from(page), {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        })
      : new Response(null, { status: 404 }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(address);
    const pdf = await window.webContents.printToPDF({
      pageSize: paper,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: line(`<span dir="auto">${escaped(title.slice(0, 120).toWellFormed())}</span>`),
      footerTemplate: line(
        '<span></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span>',
      ),
      // In inches: room for head and foot.
      margins: { top: 0.75, bottom: 0.7, left: 0.6, right: 0.6 },
    });
    return success(new Uint8Array(pdf));
  } catch {
    // The page is ours and printing has no codes: whatever went wrong, the person can print the page elsewhere.
    return failure(cannotPrint);
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}
