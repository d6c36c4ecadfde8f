/** Takes files that are dragged onto the page. */

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Calls a function with the files that are dropped anywhere on the page, and marks the page while files are over it. */
export const onDroppedFiles = (dropped: (files: readonly File[]) => void): void => {
  const mark = (over: boolean): void => void document.body.classList.toggle('dropping', over);
  // Without this, the browser would leave the page and show the file in its place.
  addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    // Between two elements of the page there is one that is entered.
    if (relatedTarget === null) mark(false);
  });
  addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    mark(false);
    dropped([...(event.dataTransfer?.files ?? [])]);
  });
};
