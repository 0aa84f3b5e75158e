// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/errorpane.h"

#include "base/background.h"
#include "ui/panes/attemptsview.h"
#include "ui/panes/errorhead.h"
#include "ui/panes/errorwords.h"
#include "ui/widgets/filesaver.h"
#include "ui/widgets/findline.h"
#include "ui/widgets/fulltextpanel.h"
#include "ui/widgets/fulltextview.h"
#include "ui/widgets/longclipboard.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace oxp {
namespace {

constexpr qsizetype ReadHere = 65'536;         ///< bytes of fields that are taken apart without a worker
constexpr qsizetype LookThroughHere = 262'144; ///< bytes of a payload, likewise

/// Without looking at every byte where both are the same array.
bool same(const QByteArray &one, const QByteArray &other) {
  return one.size() == other.size() && (one.constData() == other.constData() || one == other);
}

FailureFields fieldsOf(const QueueInfo &queue, const JobDetail &detail) {
  return {detail.stacktrace, detail.failedReason, attemptFacts(queue, detail)};
}

} // namespace

ErrorPane::ErrorPane(QWidget *parent)
    : JobTab(parent)
    , m_head(new ErrorHead)
    , m_bar(new QWidget)
    , m_view(new Segment)
    , m_counts(new TextLabel({}, Tint::Text2))
    , m_find(new QToolButton)
    , m_copyAll(new QPushButton(tr("Copy all")))
    , m_pages(new QStackedWidget)
    , m_attempts(new AttemptsView)
    , m_raw(new FullTextView)
    , m_nothing(new TextLabel({}, Tint::Text2))
    , m_findLine(new FindLine)
    , m_bounds(new Strip)
    , m_keeps(new TextLabel({}, Tint::Text2)) {
  setupBar();
  setupPages();
  setupLayout();
  setupAttempts();
  ErrorPane::clearJob();
}

ErrorPane::~ErrorPane() {
  m_stop.request_stop();
}

void ErrorPane::setJob(const JobContext &context, const JobDetail &detail) {
  m_context = context;
  m_place->back();
  m_findLine->hide();
  read(fieldsOf(context.queue, detail), false);
}

void ErrorPane::updateJob(const JobDetail &detail) {
  const FailureFields fields = fieldsOf(m_context.queue, detail);
  if (same(fields.stacktrace, m_fields.stacktrace) && same(fields.failedReason, m_fields.failedReason) &&
      fields.facts == m_fields.facts)
    return;
  read(fields, true);
}

void ErrorPane::clearJob() {
  m_context = {};
  m_place->back();
  read({}, false);
}

/// Small fields at once, so that nothing flickers; large ones by a worker, and the latest wins.
void ErrorPane::read(const FailureFields &fields, bool again) {
  m_stop.request_stop();
  m_stop = {};
  m_fields = fields;
  const quint64 reading = ++m_reading;
  if (fields.stacktrace.size() + fields.failedReason.size() <= ReadHere)
    return applyStory(failureStory(fields), again);
  if (!again) {
    applyStory({}, false);
    m_nothing->setText(tr("Reading the traces…"));
  }
  runInBackground<FailureStory>(
      this, [fields, stop = m_stop.get_token()] { return failureStory(fields, stop); },
      [this, reading, again](FailureStory story) {
        if (reading == m_reading)
          applyStory(std::move(story), again);
      });
}

void ErrorPane::applyStory(FailureStory story, bool again) {
  m_head->setStory(story);
  m_head->setVisible(!story.reason.isEmpty());
  m_mentions = pathMentions(story.message);
  m_rawShown = false;
  showFacts(story);
  if (again)
    m_attempts->mergeStory(std::move(story));
  else
    m_attempts->setStory(std::move(story));
  showView();
  payloadChanged();
}

void ErrorPane::showFacts(const FailureStory &story) {
  m_counts->setText(errorwords::counts(story));
  m_nothing->setText(!story.isEmpty()                   ? tr("No trace was kept.")
                     : !m_fields.failedReason.isEmpty() ? tr("The reason is blank, and no trace was kept.")
                                                        : tr("This job has not failed."));
  const QString bounds = errorwords::bounds(story);
  m_bounds->setVisible(!bounds.isEmpty());
  m_bounds->setContent(NoticeKind::Info, bounds, story.isList ? tr("Show all") : QString());
  m_keeps->setText(errorwords::keeps(story));
  m_keeps->setVisible(!m_keeps->text().isEmpty());
}

void ErrorPane::showView() {
  const bool traces = !m_attempts->story().isEmpty() && m_attempts->model()->rowCount() > 0;
  m_bar->setVisible(traces);
  if (!traces)
    return m_pages->setCurrentIndex(NothingPage);
  const int view = m_view->current();
  m_pages->setCurrentIndex(view == RawText ? RawPage : TreePage);
  if (view == RawText)
    return showRaw();
  m_attempts->setFrames(view == AllFrames ? AttemptsModel::Frames::All : AttemptsModel::Frames::Own);
}

void ErrorPane::showRaw() {
  if (std::exchange(m_rawShown, true))
    return;
  const quint64 writing = ++m_writing;
  const auto take = [this, writing](const QByteArray &text) {
    if (writing == m_writing)
      m_raw->updateText(text);
  };
  if (m_fields.stacktrace.size() <= ReadHere)
    return take(allTraces(m_fields));
  runInBackground<QByteArray>(
      this, [fields = m_fields] { return allTraces(fields); }, take);
}

void ErrorPane::activated() {
  if (m_stalePaths)
    findPaths();
}

void ErrorPane::payloadChanged() {
  ++m_looking;
  m_stalePaths = true;
  if (isVisible() || m_mentions.empty())
    findPaths();
}

void ErrorPane::findPaths() {
  m_stalePaths = false;
  const PayloadText payload = m_payload && !m_mentions.empty() ? m_payload() : PayloadText();
  if (!payload.scan)
    return setPaths({});
  const quint64 looking = ++m_looking;
  const auto look = [mentions = m_mentions, payload] {
    return foundPaths(mentions, payload.text, *payload.scan);
  };
  if (payload.text.size() <= LookThroughHere)
    return setPaths(look());
  runInBackground<std::vector<FoundPath>>(this, look, [this, looking](std::vector<FoundPath> paths) {
    if (looking == m_looking)
      setPaths(std::move(paths));
  });
}

void ErrorPane::setPaths(std::vector<FoundPath> paths) {
  m_head->setPaths(std::move(paths));
  emit pathsChanged();
}

bool ErrorPane::canGoToValue() const {
  return !m_head->paths().empty();
}

void ErrorPane::goToValue() {
  if (canGoToValue())
    emit valueWanted(m_head->paths().front().pointer);
}

void ErrorPane::find() {
  if (m_bar->isHidden())
    return;
  m_findLine->show();
  m_findLine->begin({});
}

void ErrorPane::findNext(bool backwards) {
  const QString text = m_findLine->text();
  if (text.isEmpty())
    return;
  if (m_pages->currentIndex() == RawPage)
    return m_raw->find(text, m_findLine->matchCase(), backwards);
  const bool found = m_attempts->find(text, m_findLine->matchCase(), backwards);
  m_findLine->tell(found ? QString() : tr("Not in these rows. Raw text has all of it."), found);
}

void ErrorPane::copy(const QByteArray &text) {
  QGuiApplication::clipboard()->setMimeData(new LongClipboard(text));
}

void ErrorPane::copyAll() {
  if (m_fields.stacktrace.size() <= ReadHere)
    return copy(allTraces(m_fields));
  runInBackground<QByteArray>(
      this, [fields = m_fields] { return allTraces(fields); },
      [this](const QByteArray &text) { copy(text); });
}

void ErrorPane::saveLine(const QByteArray &line) {
  saveToFile(this, tr("Save to file"), fileName(), line, [this](const QString &file, const QString &problem) {
    m_bounds->setContent(problem.isEmpty() ? NoticeKind::Ok : NoticeKind::Err, fileSavedWords(file, problem),
                         {});
    m_bounds->show();
  });
}

QString ErrorPane::fileName() const {
  return QStringLiteral("trace-%1.txt").arg(QString::fromUtf8(m_context.jobId));
}

void ErrorPane::openFull(const QString &title, const QByteArray &text) {
  m_place->open(title, text, fileName());
}

void ErrorPane::applyTheme() {
  m_head->applyTheme();
  m_attempts->viewport()->update();
  m_raw->viewport()->update();
}

} // namespace oxp
