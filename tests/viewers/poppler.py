# Fills in and reads forms with poppler, the engine of Evince and other viewers of Linux, through its GLib binding.
#   python3 poppler.py read file.pdf              values as JSON on stdout
#   python3 poppler.py fill file.pdf filled.pdf   answers as JSON on stdin: {"texts": {name: text}, "ticks": [name]}
import json
import pathlib
import sys

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402


def fields(document):
    for number in range(document.get_n_pages()):
        # The mappings keep the page alive.
        page = document.get_page(number)
        for mapping in page.get_form_field_mapping():
            yield mapping.field


def uri(path):
    return pathlib.Path(path).resolve().as_uri()


def main(command, path, target=None):
    document = Poppler.Document.new_from_file(uri(path), None)
    if command == "fill":
        answers = json.load(sys.stdin)
        # Words first: in a file that PDFium has saved, poppler 22.12 forgets the ticks that come before the first word
        # (the file's table of objects has gaps, at the first of which poppler reads it anew).
        for field in fields(document):
            if field.get_name() in answers["texts"]:
                field.text_set_text(answers["texts"][field.get_name()])
        for field in fields(document):
            if field.get_name() in answers["ticks"]:
                field.button_set_state(True)
        document.save(uri(target))
        return
    values = {}
    for field in fields(document):
        button = field.get_field_type() == Poppler.FormFieldType.BUTTON
        values[field.get_name()] = field.button_get_state() if button else field.text_get_text() or ""
    json.dump(values, sys.stdout)


main(*sys.argv[1:])
