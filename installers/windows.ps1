# Makes the .msi of the image that installers/image has made: per person, without an administrator.
# Runs on Windows only; needs WiX 3.14 or newer (https://wixtoolset.org) on the PATH.
#
# To be signed, if the environment says by whom:
#   WINDOWS_SIGN_COMMAND  a command line to which the file's name is added, such as "signtool sign /fd sha256 /tr URL /td sha256 /a"
param([Parameter(Mandatory)][string]$version)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$out = Join-Path (Get-Location) 'target\installers'
$image = Join-Path $out 'image'
$jpackage = Join-Path $env:JAVA_HOME 'bin\jpackage.exe'

# The shared options are written as a shell reads them: name="value".
$shared = @{}
Get-Content installers/options.sh | Where-Object { $_ -match '^(\w+)="(.*)"$' } | ForEach-Object { $shared[$Matches[1]] = $Matches[2] }

function Invoke-Checked([string]$command, [string[]]$arguments) {
  & $command @arguments
  if ($LASTEXITCODE -ne 0) { throw "$command failed with $LASTEXITCODE" }
}

function Add-Signature([string]$file) {
  if ($env:WINDOWS_SIGN_COMMAND) { Invoke-Checked 'cmd' @('/c', "$env:WINDOWS_SIGN_COMMAND ""$file""") }
}

$options = @()
$java = $shared.java_options -split ' '
foreach ($option in $java + '-Djava.library.path=$APPDIR') {
  $options += @('--java-options', $option)
}

Invoke-Checked $jpackage (@('--type', 'app-image', '--name', 'Share Explorer', '--app-version', $version, '--dest', "$out\app",
  '--runtime-image', "$image\runtime", '--input', "$image\lib", '--main-jar', "share-explorer-$version.jar",
  '--main-class', 'org.shareexplorer.app.Main', '--icon', 'icons\share-explorer.ico', '--vendor', 'Share Explorer contributors',
  # The same with a console, for the command line.
  '--add-launcher', 'share-explorer=installers\windows\console.properties') + $options)
$app = "$out\app\Share Explorer"

# The cache of classes, of a start that goes by itself. Java takes no cache while it makes one, so it is named only then.
$home_ = Join-Path $out 'rehearsal'
New-Item -ItemType Directory -Force $home_ | Out-Null
$env:SHARE_EXPLORER_HOME = $home_
$env:JAVA_TOOL_OPTIONS = "-XX:AOTCacheOutput=""$app\app\share-explorer.aot"" $($shared.training_options) $($shared.rehearsal_options)=""$home_\times"""
Start-Process -Wait -FilePath "$app\Share Explorer.exe" -ArgumentList '--demo'
Remove-Item Env:JAVA_TOOL_OPTIONS
Remove-Item Env:SHARE_EXPLORER_HOME
if (-not (Select-String -Quiet '^rows' "$home_\times")) { throw 'The rehearsal showed no rows.' }
foreach ($launcher in 'Share Explorer', 'share-explorer') {
  Add-Content "$app\app\$launcher.cfg" @('java-options=-XX:AOTCache=$APPDIR\share-explorer.aot', 'java-options=-Xlog:disable')
}
Add-Signature "$app\Share Explorer.exe"
Add-Signature "$app\share-explorer.exe"

# The upgrade code must stay the same for ever: by it a newer version finds the older one.
Invoke-Checked $jpackage @('--type', 'msi', '--name', 'Share Explorer', '--app-version', $version, '--dest', $out, '--app-image', $app,
  '--file-associations', 'installers\windows\share.properties', '--license-file', 'LICENSE', '--vendor', 'Share Explorer contributors',
  '--win-per-user-install', '--win-menu', '--win-menu-group', 'Share Explorer', '--win-shortcut-prompt',
  '--win-upgrade-uuid', '7f0a9c52-6a53-4f0e-9d1c-3b6f1d2f8e41')
$msi = "$out\share-explorer-$version-windows-x64.msi"
Move-Item -Force "$out\Share Explorer-$version.msi" $msi
Add-Signature $msi
Get-Item $msi
