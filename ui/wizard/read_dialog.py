"""The whole message as it will arrive, to read once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import Button
from ui.widgets.text import Label
from ui.wizard.preview_text import PreviewText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lordesk.domain.request_plans import MessageDraft
    from ui.desk import Desk


class ReadDialog(Dialog):
    def __init__(self, desk: Desk, draft: MessageDraft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft.subject, 560, parent)
        look = desk.look
        to = self.tr("To {address}").format(address=draft.to_address)
        self.body.addWidget(Label(look, to, "small", "text-secondary", selectable=True))
        text = PreviewText(look)
        text.show_text(draft.body, ())
        text.setMinimumHeight(look.px(360))
        self.body.addWidget(text, 1)
        if draft.files:
            names = ", ".join(file.name for file in draft.files)
            attached = self.tr("Attached: {files}").format(files=names)
            self.body.addWidget(Label(look, attached, "small", "text-secondary", wrap=True))
        close = Button(look, self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._buttons.addWidget(close)
        close.setFocus()
