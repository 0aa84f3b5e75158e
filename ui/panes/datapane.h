// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "redis/lanehandle.h"
#include "ui/flows/editflow.h"
#include "ui/panes/datanotices.h"
#include "ui/panes/dataoffers.h"
#include "ui/panes/jobtab.h"
#include "ui/panes/payload.h"

class QHBoxLayout;
class QPushButton;
class QStackedWidget;

namespace oxp {

class ActionSet;
class Banner;
class DraftGuard;
class EmptyPlace;
class FindBar;
struct JobPulse;
class JsonEditor;
class ProgressLine;
class RecipeBar;
class SaveWatch;
class TextLabel;
class ValidityLine;
class Workspace;

/// The payload of a job in the editor: loads it, keeps what is typed as a draft, saves it, and never lets a
/// poll touch what is being edited.
class DataPane : public JobTab {
  Q_OBJECT

public:
  DataPane(ActionSet &actions, Workspace &workspace, QWidget *window);
  ~DataPane() override;

  void setJob(const JobContext &context, const JobDetail &detail) override;
  void updateJob(const JobDetail &detail) override;
  void clearJob() override;
  /// What a poll found of the payload: another version is shown, or told where text is being edited.
  void applyPulse(const JobPulse &pulse);

  JsonEditor *editor() const { return m_editor; }
  /// The data of the job are here; large ones may still be on their way into the editor.
  bool isLoaded() const { return m_loaded; }
  bool hasUnsaved() const { return m_unsaved; }
  bool hasEditorFocus() const;
  void focusEditor();
  /// Less room around the buttons.
  void setCompact(bool compact);
  void save(recipes::Then then = recipes::Then::Nothing);
  /// Puts the stored text back; a notice offers what was typed once more.
  void discard();
  void revert(const audit::Record &record);
  /// How a write ended that was cut off. False: it is not one of the open job's data.
  bool applySettled(const ProfileSession &session, const OperationRequest &request, audit::Outcome outcome);
  void find(bool replace);
  void goToLine();
  void changeValue();
  void reveal();
  void openValue();
  void saveValue();
  void replaceValue();
  /// The text is one that a recipe can be used on.
  bool takesRecipes() const;
  /// Shows what a recipe makes of the text, and asks what it wants to know.
  void useRecipe(const recipes::Recipe &recipe);
  /// Which of the edit actions fit now.
  DataOffers offers() const;
  /// What was typed last goes to the draft store now, and not a moment later.
  void flushDraft();
  void applyTheme();

signals:
  void unsavedChanged(bool unsaved);
  /// The save is through, and this is to follow.
  void thenWanted(oxp::recipes::Then then);
  /// Esc: back to the table.
  void leaveWanted();
  void stateChanged();
  /// How the save of a job ended that is not open any more.
  void toldElsewhere(const oxp::OperationTarget &target, const oxp::Notice &notice);

protected:
  bool eventFilter(QObject *watched, QEvent *event) override;
  void hideEvent(QHideEvent *event) override;
  void resizeEvent(QResizeEvent *event) override;

private:
  enum Page { EditorPage, LoadingPage, EmptyPage };
  /// What became of the job that was opened.
  enum class Gone {
    No,
    Removed,
    OtherJob, ///< and its id is another job's now
  };
  void setupEditor();
  void setupLoading();
  void setupButtons();
  void setupLayout();
  void setupFlow();
  void setupRecipe();
  void load();
  void applyRead(const Result<JobSnapshot> &snapshot);
  void showMissing();
  void followExistence();
  void setGone(Gone gone);
  void cancelLoading();
  void showProgress(qint64 bytes);
  void showFilling(int percent);
  void showRefusal(const QString &sentence);
  void showWhyNot(const QString &why);
  void caretMoved();
  void applySnapshot(const JobSnapshot &snapshot);
  void show(const JobSnapshot &snapshot, const ShownPayload &shown);
  void applyReadOnly();
  void revealAll();
  void postOutcome(Notice notice);
  void showFormNotice(const ShownPayload &shown);
  void lookForDraft();
  void weighDraft(const audit::Draft &draft);
  void offerDraft(const audit::Draft &draft);
  void closeOffer();
  void restoreDraft(const audit::Draft &draft);
  void end(DataEvent event);
  audit::Draft draftBase() const;
  void dropDraft();
  void dropSavedDraft(const SavedEdit &edit);
  void edited();
  void modifiedChanged(bool modified);
  void setUnsaved(bool unsaved);
  void keepTyped(const JobSnapshot &stored);
  void changedOnServer();
  void adoptWritten();
  void endRun(bool kept);
  void compare(bool saving, recipes::Then then);
  void applyCompared(const SaveWish &mine, bool saving, const Result<JobSnapshot> &now);
  void startSave(const SaveWish &wish);
  bool isElsewhere(const OperationTarget &target, const Notice &notice);
  void applyConflict(const SaveWish &mine, const JobSnapshot &theirs);
  void openConflict(const SaveWish &mine, const JobSnapshot &theirs);
  void saveMerged(SaveWish wish);
  void applySaved(const SavedEdit &edit);
  bool typedOnSince(const SaveWish &wish) const;
  Notice savedNotice(const SavedEdit &edit);
  void undoSave(qint64 recordId);
  void saveBytes();
  void replaceBytes();
  void writeFile(const QString &title, const QByteArray &bytes);
  void readFile(const QString &title, const std::function<void(const QByteArray &)> &take);
  SaveWish wish(recipes::Then then) const;
  OperationTarget target() const;
  bool canWrite() const;
  bool isKeptBack(int elision) const;
  QString whyNoSave() const;
  void updateButtons();
  void fitButtons();

  Workspace &m_workspace;
  QWidget *m_window;
  JobContext m_context;
  JobDetail m_detail;
  JobSnapshot m_baseline; ///< what the text in the editor is based on
  ShownPayload::Form m_form = ShownPayload::Form::Json;
  bool m_loaded = false;
  Gone m_gone = Gone::No;
  bool m_unsaved = false;
  /// SHA-1 of what was saved while a worker had the job with the old data: what becomes of it is told.
  bool m_ofData = true; ///< what is under way stores the data, and no other field of the job
  QByteArray m_savedInRun;
  bool m_revealed = false;    ///< the person wants to see what is hidden as a whole
  bool m_hidden = false;      ///< and it is hidden
  bool m_offered = false;     ///< a draft waits for its answer: typing would overwrite it
  bool m_restored = false;    ///< the text was a draft: its start is not what is stored
  bool m_loadingText = false; ///< the editor is being filled: its signals are not the person's
  quint64 m_generation = 0;
  LaneHandle m_request;
  int m_elisionAtCaret = -1;
  bool m_stale = false;     ///< other data are stored than the text is based on
  bool m_comparing = false; ///< and they are on their way here
  quint64 m_revision = 0;   ///< counts what the person does to the text
  JobContext m_saving;      ///< whose save is on its way
  EditFlow *m_flow;
  SaveWatch *m_watch;
  JsonEditor *m_editor;
  DraftGuard *m_drafts;
  FindBar *m_findBar;
  ValidityLine *m_validity;
  Banner *m_banner;
  RecipeBar *m_recipe;
  QStackedWidget *m_stack;
  QHBoxLayout *m_footer;
  TextLabel *m_loadingWords;
  ProgressLine *m_loadingBar;
  EmptyPlace *m_empty;
  QPushButton *m_save, *m_discard, *m_saveRetry, *m_format, *m_minify;
};

} // namespace oxp
