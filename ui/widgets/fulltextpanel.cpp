// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fulltextpanel.h"

#include "models/format.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/findline.h"
#include "ui/widgets/fulltextview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace oxp {
namespace {

constexpr int HeadHeight = 36, Margin = 12;

QPushButton *flatButton(const QString &name) {
  auto *button = new QPushButton(name);
  button->setAccessibleName(name);
  button->setObjectName(name);
  button->setAutoDefault(false);
  setButtonKind(button, ButtonKind::Flat);
  return button;
}

} // namespace

FullTextPanel::FullTextPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel)
    , m_facts(new TextLabel({}, Tint::Text2))
    , m_view(new FullTextView)
    , m_findBar(new QWidget)
    , m_find(new FindLine) {
  auto *column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(makeHead());
  column->addWidget(m_view, 1);
  setupFind();
  column->addWidget(m_findBar);
  setFocusProxy(m_view);
  connect(m_view, &FullTextView::ready, this, &FullTextPanel::tellSize);
  auto *leave = new QShortcut(Qt::Key_Escape, this);
  leave->setContext(Qt::WidgetWithChildrenShortcut);
  connect(leave, &QShortcut::activated, this, [this] {
    if (m_findBar->isVisible())
      emit m_find->closed();
    else
      emit leaveWanted();
  });
}

QWidget *FullTextPanel::makeHead() {
  auto *head = new QWidget;
  head->setFixedHeight(HeadHeight);
  auto *row = new QHBoxLayout(head);
  row->setContentsMargins(Margin - 4, 0, Margin, 0);
  row->setSpacing(8);
  auto *back = flatButton({});
  back->setIcon(icon(IconId::ChevronLeft));
  back->setAccessibleName(tr("Back"));
  back->setToolTip(tr("Back (Esc)"));
  connect(back, &QPushButton::clicked, this, &FullTextPanel::leaveWanted);
  m_title->setFont(fonts::uiBold());
  m_title->setElide(Qt::ElideRight);
  m_facts->setFont(fonts::small());
  m_facts->setElide(Qt::ElideRight);
  auto *find = flatButton({});
  find->setIcon(icon(IconId::Search));
  find->setAccessibleName(tr("Find in this text"));
  find->setToolTip(tr("Find in this text (Ctrl+F)"));
  connect(find, &QPushButton::clicked, this, &FullTextPanel::openFind);
  auto *copy = flatButton(tr("Copy"));
  copy->setToolTip(tr("Copies what is selected, or all of it"));
  connect(copy, &QPushButton::clicked, m_view, &FullTextView::copy);
  auto *save = flatButton(tr("Save to file"));
  save->setToolTip(tr("Writes the text to a file, byte for byte"));
  connect(save, &QPushButton::clicked, this, &FullTextPanel::save);
  row->addWidget(back);
  row->addWidget(m_title);
  row->addWidget(m_facts, 1);
  for (QPushButton *button : {find, copy, save})
    row->addWidget(button);
  return head;
}

void FullTextPanel::setupFind() {
  auto *row = new QHBoxLayout(m_findBar);
  row->setContentsMargins(Margin, 6, Margin, 6);
  row->addWidget(m_find);
  m_findBar->hide();
  connect(m_view, &FullTextView::findWanted, this, &FullTextPanel::openFind);
  connect(m_find, &FindLine::closed, this, [this] {
    m_findBar->hide();
    m_view->setFocus();
  });
  connect(m_find, &FindLine::wanted, this, [this](bool backwards) {
    if (!m_find->text().isEmpty())
      m_view->find(m_find->text(), m_find->matchCase(), backwards);
  });
  connect(m_view, &FullTextView::findFinished, this,
          [this](bool found, bool wrapped) { m_find->tell(FindLine::resultWords(found, wrapped), found); });
}

void FullTextPanel::openFind() {
  constexpr qsizetype LongestTaken = 200; // bytes of the selection that may be what is sought
  const qsizetype from = m_view->selectionStart(), length = m_view->selectionEnd() - from;
  m_findBar->show();
  m_find->begin(length <= LongestTaken ? QString::fromUtf8(m_view->text().mid(from, length)) : QString());
}

void FullTextPanel::setText(const QString &title, const QByteArray &utf8, const QString &fileName) {
  m_bytes = utf8;
  m_fileName = fileName;
  m_title->setText(title);
  m_facts->setText(format::sizeText(utf8.size()));
  m_findBar->hide();
  m_view->setText(utf8);
}

void FullTextPanel::tellSize() {
  const QString size = format::sizeText(m_bytes.size());
  m_facts->setText(m_view->isBusy() ? size : tr("%1 in %n line(s)", nullptr, int(m_view->lines())).arg(size));
}

void FullTextPanel::save() {
  saveToFile(this, tr("Save to file"), m_fileName, m_bytes,
             [this](const QString &file, const QString &problem) {
               m_facts->setText(fileSavedWords(file, problem));
             });
}

FullTextPlace::FullTextPlace(QWidget *page, QWidget *parent)
    : QStackedWidget(parent)
    , m_page(page) {
  addWidget(page);
}

bool FullTextPlace::isOpen() const {
  return m_panel && currentWidget() == m_panel;
}

void FullTextPlace::open(const QString &title, const QByteArray &utf8, const QString &fileName) {
  if (!m_panel) {
    m_panel = new FullTextPanel;
    connect(m_panel, &FullTextPanel::leaveWanted, this, &FullTextPlace::back);
    addWidget(m_panel);
  }
  m_panel->setText(title, utf8, fileName);
  setCurrentWidget(m_panel);
  m_panel->view()->setFocus();
}

void FullTextPlace::back() {
  if (!isOpen())
    return;
  const bool hadFocus = m_panel->isAncestorOf(m_panel->window()->focusWidget());
  QWidget *before = m_page->focusWidget(); // a page remembers which of its own had the keyboard
  setCurrentWidget(m_page);
  m_panel->setText({}, {});
  if (hadFocus)
    (before ? before : m_page)->setFocus();
}

} // namespace oxp
