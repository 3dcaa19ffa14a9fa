@echo off
rem Starts Share Explorer: without arguments its window, with arguments its command line.
rem SHARE_EXPLORER_OPTS holds further options for Java, such as -Xmx1g.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
set "home=%~dp0.."
set "found="

call :try "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~dp$PATH:j.."
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%~d"

if not defined found (
  echo Share Explorer needs Java %needed% or newer, and none was found in JAVA_HOME, in PATH or in the usual folders. 1>&2
  echo Install a JDK %needed%, for example from https://adoptium.net, or point JAVA_HOME to one. 1>&2
  exit /b 1
)

if not "%~1"=="" chcp 65001 >nul
"%found%\bin\java.exe" -Xmx512m -XX:+UseSerialGC --module-path "%home%\lib\javafx" --add-modules javafx.controls,javafx.fxml,javafx.swing --enable-native-access=ALL-UNNAMED,javafx.graphics %SHARE_EXPLORER_OPTS% -cp "%home%\lib\*" org.shareexplorer.app.Main %*
exit /b %errorlevel%

rem Takes a folder if it holds a Java that is new enough and none was taken before.
:try
if defined found exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version=0"
for /f "tokens=2 delims==." %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set "version=%%~v"
set "version=%version:"=%"
if %version% GEQ %needed% set "found=%~1"
exit /b 0
