// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/failurestory.h"
#include "models/payloadpaths.h"
#include "ui/panes/jobtab.h"
#include "json/scanner.h"

#include <functional>
#include <memory>
#include <stop_token>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace oxp {

class AttemptsView;
class ErrorHead;
class FindLine;
class FullTextPlace;
class FullTextView;
class Segment;
class Strip;
class TextLabel;

/// The job's data as the editor shows them, with their scan; null while there is none.
struct PayloadText {
  QByteArray text;
  std::shared_ptr<const json::Scan> scan;
};

/// Why a job failed: the reason, and a tree of the attempts' traces. Large traces are taken apart by a
/// worker; another look at the same job moves nothing that a person looks at.
class ErrorPane : public JobTab {
  Q_OBJECT

public:
  explicit ErrorPane(QWidget *parent = nullptr);
  ~ErrorPane() override;

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  void activated() override;

  /// Where to look for the values that the reason names. Asked when they are wanted.
  void setPayloadSource(std::function<PayloadText()> source) { m_payload = std::move(source); }
  /// The payload is another one, or laid out otherwise.
  void payloadChanged();
  /// Whether the reason names a value of the payload.
  bool canGoToValue() const;
  void goToValue();
  void find();
  /// Colours of the theme in force.
  void applyTheme();

signals:
  /// Show this value in the payload.
  void valueWanted(const oxp::json::Pointer &pointer);
  /// canGoToValue() may answer otherwise.
  void pathsChanged();

private:
  enum View { OwnFrames, AllFrames, RawText };
  enum Page { TreePage, RawPage, NothingPage };

  void setupBar();
  void setupPages();
  void setupLayout();
  void setupAttempts();
  void read(const FailureFields &fields, bool again);
  void applyStory(FailureStory story, bool again);
  void showView();
  void showFacts(const FailureStory &story);
  void showRaw();
  void findPaths();
  void setPaths(std::vector<FoundPath> paths);
  void findNext(bool backwards);
  void copy(const QByteArray &text);
  void copyAll();
  void saveLine(const QByteArray &line);
  QString fileName() const;
  void openFull(const QString &title, const QByteArray &text);

  JobContext m_context;
  FailureFields m_fields;
  std::function<PayloadText()> m_payload;
  std::vector<PathMention> m_mentions;
  quint64 m_reading = 0, m_looking = 0, m_writing = 0; ///< which answer of a worker is waited for
  std::stop_source m_stop;
  bool m_stalePaths = false; ///< to be looked for when the tab is shown
  bool m_rawShown = false;   ///< the raw text of m_fields is in its view

  FullTextPlace *m_place;
  ErrorHead *m_head;
  QWidget *m_bar;
  Segment *m_view;
  TextLabel *m_counts;
  QToolButton *m_find;
  QPushButton *m_copyAll;
  QStackedWidget *m_pages;
  AttemptsView *m_attempts;
  FullTextView *m_raw;
  TextLabel *m_nothing;
  FindLine *m_findLine;
  Strip *m_bounds;
  TextLabel *m_keeps;
};

} // namespace oxp
