// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the start page is laid out.
#include "ui/start/startpage.h"

#include "models/prefixesmodel.h"
#include "ui/start/connectiondetails.h"
#include "ui/start/connectionentry.h"
#include "ui/start/passphraserow.h"
#include "ui/theme/fonts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/views/viewsetup.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QResizeEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace oxp {

namespace {

constexpr int BlockWidth = 720, Top = 40, BirdSize = 72, BirdFrom = 760, NameWidth = 160,
              EnvironmentWidth = 152;
constexpr int SmallTop = 8, Side = 24, MostPrefixRows = 6; // px, rows
constexpr int PrefixWidth = 164, QueuesWidth = 72, LibraryWidth = 168, JobsWidth = 96;

class Rule : public QWidget {
public:
  Rule() { setFixedHeight(1); }

protected:
  void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), tokens().hair); }
};

QPushButton *named(const QString &text, ButtonKind kind) {
  auto *button = new QPushButton(text);
  button->setAccessibleName(text);
  button->setObjectName(text);
  button->setAutoDefault(true); // Return presses the one in focus
  setButtonKind(button, kind);
  return button;
}

} // namespace

QWidget *StartPage::makeBlock() {
  auto *page = new QWidget;
  page->setAutoFillBackground(true);
  page->setBackgroundRole(QPalette::Base);
  auto *block = new QWidget;
  block->setMaximumWidth(BlockWidth);
  auto *column = new QVBoxLayout(block);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(12);
  setupHead(column);
  column->addWidget(m_entry);
  column->addWidget(m_details);
  column->addWidget(m_result);
  column->addWidget(m_passphrase);
  setupPrefixes(column);
  setupTraits(column);
  setupButtons(column);
  setupShortcuts(column);
  auto *place = new QGridLayout(page);
  place->setContentsMargins(Side, SmallTop, Side, SmallTop);
  place->setColumnStretch(0, 9);
  place->setColumnStretch(1, 1'000);
  place->setColumnStretch(2, 11);
  place->addWidget(block, 0, 1);
  place->setRowStretch(1, 1);
  return page;
}

void StartPage::setupHead(QBoxLayout *block) {
  m_bird = new IconLabel(IconId::Bird, Tint::Text3, BirdSize);
  auto *headline = new TextLabel(tr("Connect to a Redis"));
  headline->setFont(fonts::headline());
  auto *sentence = new TextLabel(
      tr("Paste what you have. Oxpecker listens on no port and writes nothing until you save."), Tint::Text2);
  sentence->setWordWrap(true);
  auto *words = new QVBoxLayout;
  words->setSpacing(6);
  words->addWidget(headline);
  words->addWidget(sentence);
  block->addWidget(m_bird);
  block->addLayout(words);
}

void StartPage::setupPrefixes(QBoxLayout *block) {
  setupTable(m_prefixView, tr("Found prefixes"));
  m_prefixView->setModel(m_prefixes);
  m_prefixView->setFrameShape(QFrame::StyledPanel);
  m_prefixView->setTextElideMode(Qt::ElideMiddle); // the newest job's queues may be long, its time stays
  m_prefixView->setSelectionMode(QAbstractItemView::SingleSelection);
  m_prefixView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  QHeaderView *header = m_prefixView->horizontalHeader();
  header->setSectionsClickable(false);
  header->setStretchLastSection(true);
  const std::pair<int, int> widths[] = {{PrefixesModel::PrefixColumn, PrefixWidth},
                                        {PrefixesModel::QueuesColumn, QueuesWidth},
                                        {PrefixesModel::LibraryColumn, LibraryWidth},
                                        {PrefixesModel::JobsColumn, JobsWidth}};
  for (const auto &[column, width] : widths)
    header->resizeSection(column, width);
  block->addWidget(m_prefixView);
}

void StartPage::fitPrefixes() {
  const int rows = std::min(m_prefixes->rowCount(), MostPrefixRows);
  m_prefixView->setFixedHeight(m_prefixView->horizontalHeader()->sizeHint().height() +
                               rows * m_prefixView->verticalHeader()->defaultSectionSize() + 2);
}

void StartPage::setupTraits(QBoxLayout *block) {
  m_traits = new QWidget;
  auto *row = new QHBoxLayout(m_traits);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  m_name = new QLineEdit;
  m_name->setAccessibleName(tr("Name"));
  m_name->setObjectName(QStringLiteral("Name"));
  m_name->setFixedWidth(NameWidth);
  m_environment = new QComboBox;
  m_environment->setAccessibleName(tr("Environment"));
  m_environment->setObjectName(QStringLiteral("Environment"));
  m_environment->setFixedWidth(EnvironmentWidth);
  m_environment->addItem(icon(IconId::Circle, Tint::Local), tr("Local"), int(Environment::Local));
  m_environment->addItem(icon(IconId::Diamond, Tint::Staging), tr("Staging"), int(Environment::Staging));
  m_environment->addItem(icon(IconId::Square, Tint::Production), tr("Production"),
                         int(Environment::Production));
  m_role = new QButtonGroup(this);
  auto *viewer = new QRadioButton(tr("Viewer"));
  auto *operatorButton = new QRadioButton(tr("Operator"));
  m_role->addButton(viewer, int(Role::Viewer));
  m_role->addButton(operatorButton, int(Role::Operator));
  row->addWidget(new TextLabel(tr("Name")));
  row->addWidget(m_name);
  row->addSpacing(8);
  row->addWidget(new TextLabel(tr("Environment")));
  row->addWidget(m_environment);
  row->addSpacing(8);
  row->addWidget(new TextLabel(tr("Role")));
  row->addWidget(viewer);
  row->addWidget(operatorButton);
  row->addStretch();
  m_guess = new TextLabel({}, Tint::Text2);
  m_guess->setFont(fonts::small());
  m_guess->setWordWrap(true);
  auto *both = new QVBoxLayout;
  both->setSpacing(6);
  both->addWidget(m_traits);
  both->addWidget(m_guess);
  block->addLayout(both);
  connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) { m_ownName = !text.isEmpty(); });
  connect(m_environment, &QComboBox::currentIndexChanged, this, [this] {
    m_ownEnvironment = true;
    fillTraits();
  });
  connect(m_role, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (!on)
      return;
    m_ownRole = true;
    showGuess();
  });
}

void StartPage::setupButtons(QBoxLayout *block) {
  m_connect = named(tr("Connect"), ButtonKind::Main);
  m_connect->setIcon(icon(IconId::Plug, Tint::OnAccent));
  m_testButton = named(tr("Test connection"), ButtonKind::Normal);
  m_demo = named(tr("Open the demo"), ButtonKind::Flat);
  m_demo->setIcon(icon(IconId::Database, Tint::Accent));
  m_demo->setToolTip(tr("The demo runs a private Redis with made-up jobs and leaves nothing behind."));
  m_demo->hide();
  auto *row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(m_connect);
  row->addWidget(m_testButton);
  row->addStretch();
  row->addWidget(m_demo);
  block->addSpacing(4);
  block->addLayout(row);
  connect(m_connect, &QPushButton::clicked, this, [this] {
    if (isTested())
      connectNow();
    else if (!m_test->running())
      test(Then::Connect);
  });
  connect(m_testButton, &QPushButton::clicked, this, [this] { test(Then::Stay); });
  connect(m_demo, &QPushButton::clicked, this, [this] { m_demoStarter(); });
}

void StartPage::setDemoStarter(std::function<void()> starter) {
  m_demoStarter = std::move(starter);
  m_demo->setVisible(bool(m_demoStarter));
}

void StartPage::setupShortcuts(QBoxLayout *block) {
  block->addWidget(new Rule);
  m_shortcuts = new QHBoxLayout;
  m_shortcuts->setSpacing(8);
  block->addLayout(m_shortcuts);
  addShortcut(tr("Return"), tr("tests, then connects"));
}

void StartPage::addShortcut(const QString &keys, const QString &meaning) {
  if (m_shortcuts->count() > 0)
    m_shortcuts->takeAt(m_shortcuts->count() - 1); // the stretch at the end
  if (m_shortcuts->count() > 0)
    m_shortcuts->addSpacing(24);
  auto *key = new TextLabel(keys);
  key->setFont(fonts::monoId());
  auto *words = new TextLabel(meaning, Tint::Text2);
  words->setFont(fonts::small());
  m_shortcuts->addWidget(key);
  m_shortcuts->addWidget(words);
  m_shortcuts->addStretch();
}

void StartPage::resizeEvent(QResizeEvent *event) {
  QScrollArea::resizeEvent(event);
  const bool roomy = event->size().height() >= BirdFrom - 60; // less menu and status bar
  m_bird->setVisible(roomy);
  QMargins margins = widget()->layout()->contentsMargins();
  margins.setTop(roomy ? Top : SmallTop);
  widget()->layout()->setContentsMargins(margins);
}

} // namespace oxp
