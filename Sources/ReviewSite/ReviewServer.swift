import Archive
import FlyingFox
import FlyingSocks
import Mustache
