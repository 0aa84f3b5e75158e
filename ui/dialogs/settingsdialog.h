// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QFormLayout;
class QVBoxLayout;

namespace oxp {

class Settings;
template <typename T>
struct Setting;

/// The person's choices; one row a setting. Written when OK is pressed.
class SettingsDialog : public QDialog {
  Q_OBJECT

public:
  explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

private:
  void setupLook();
  void setupSaving();
  void setupLists();
  void setupRecords();
  void setupButtons(QVBoxLayout *outer);
  void addGroup(const QString &title);
  /// `label` may hold the letter that Alt reaches the field by.
  void addRow(const QString &label, QWidget *field);
  QComboBox *addChoice(const QString &label, const Setting<int> &setting, const QStringList &words);
  void addNumber(const QString &label, const Setting<int> &setting, const QString &suffix);

  Settings &m_settings;
  QWidget *m_page;
  QFormLayout *m_form;
  std::vector<std::function<void()>> m_writers; ///< what OK does, one a row
};

} // namespace oxp
