#include "ReviewAssets.h"
